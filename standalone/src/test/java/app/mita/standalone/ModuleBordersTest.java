package app.mita.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The borders that let the services run apart and a reader find their way (docs/adr/0001). */
@AnalyzeClasses(packages = "app.mita", importOptions = DoNotIncludeTests.class)
class ModuleBordersTest {

    private static final String API = "app.mita.api..";
    private static final String DOMAIN = "app.mita.domain..";
    private static final String RUNTIME = "app.mita.runtime..";
    private static final String COMMAND = "app.mita.command..";
    private static final String PROJECTION = "app.mita.projection..";
    private static final String QUERY = "app.mita.query..";
    private static final String EMBEDDED = "app.mita.embedded..";
    private static final String STANDALONE = "app.mita.standalone..";

    private static final String[] FRAMEWORKS = {
        "org.springframework..", "reactor..", "io.r2dbc..", "org.axonframework..", "org.apache.kafka..", "io.netty.."
    };

    /** The words of the product that are packages, on every side the same. */
    private static final Set<String> FEATURES = Set.of(
            "identity",
            "profile",
            "onboarding",
            "planning",
            "budget",
            "analytics",
            "dashboard",
            "calendar",
            "transactions",
            "expense",
            "spend",
            "style",
            "financial",
            "drift",
            "cluster",
            "checkpoint");

    /** The machinery of each side, by what it does. */
    private static final Set<String> MACHINERY = Set.of(
            "event",
            "money",
            "wire", // shared-api
            "gateway",
            "eventstore",
            "relay",
            "progress", // command-service
            "engine",
            "facts",
            "topic",
            "operations",
            "console", // projections
            "readmodel",
            "web", // query-service
            "time"); // domain

    private static final Set<String> VAGUE =
            Set.of("util", "utils", "common", "helper", "helpers", "impl", "manager", "dto", "service", "controller");

    @ArchTest
    static final ArchRule the_contract_stands_alone =
            noClasses().that().resideInAPackage(API).should().dependOnClassesThat(isOursOutside(API));

    @ArchTest
    static final ArchRule the_contract_knows_no_framework =
            noClasses().that().resideInAPackage(API).should().dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule the_domain_knows_the_contract_alone =
            noClasses().that().resideInAPackage(DOMAIN).should().dependOnClassesThat(isOursOutside(DOMAIN, API));

    @ArchTest
    static final ArchRule the_domain_knows_no_framework =
            noClasses().that().resideInAPackage(DOMAIN).should().dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule the_domain_gets_its_time_from_the_caller = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    @ArchTest
    static final ArchRule the_runtime_knows_no_service =
            noClasses().that().resideInAPackage(RUNTIME).should().dependOnClassesThat(isOursOutside(RUNTIME, API));

    @ArchTest
    static final ArchRule the_write_side_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat(isOursOutside(COMMAND, RUNTIME, DOMAIN, API));

    @ArchTest
    static final ArchRule projections_know_no_other_service = noClasses()
            .that()
            .resideInAPackage(PROJECTION)
            .should()
            .dependOnClassesThat(isOursOutside(PROJECTION, RUNTIME, DOMAIN, API));

    @ArchTest
    static final ArchRule the_read_side_knows_no_other_service = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(isOursOutside(QUERY, RUNTIME, DOMAIN, API));

    @ArchTest
    static final ArchRule only_the_launcher_starts_servers = noClasses()
            .that()
            .resideOutsideOfPackages(STANDALONE, EMBEDDED)
            .should()
            .dependOnClassesThat(resideInAPackage(EMBEDDED));

    @ArchTest
    static final ArchRule nobody_blocks_on_a_connection_of_jdbc = noClasses()
            .that()
            .resideOutsideOfPackages(STANDALONE, EMBEDDED, "app.mita.runtime.database")
            .should()
            .dependOnClassesThat(resideInAPackage("java.sql"));

    @ArchTest
    static final ArchRule packages_are_features_or_say_what_they_do = classes()
            .that(resideInAnyPackage(API, DOMAIN, COMMAND, PROJECTION, QUERY))
            .should(liveInAKnownRoom());

    @ArchTest
    static final ArchRule no_package_has_a_vague_name = classes().should(new ArchCondition<>("have no vague package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (var part : type.getPackageName().split("\\.")) {
                if (VAGUE.contains(part)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " lives in '" + part + "'"));
                }
            }
        }
    });

    @ArchTest
    static void packages_of_a_side_form_no_circle(JavaClasses classes) {
        for (var side : new String[] {"domain", "runtime", "command", "projection", "query"}) {
            slices().matching("app.mita." + side + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    private static DescribedPredicate<JavaClass> isOursOutside(String... allowed) {
        return resideInAPackage("app.mita..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                .as("reside in packages of MITA other than " + String.join(", ", allowed));
    }

    /** {@code app.mita.<side>.<room>}: the side's own package holds its application alone. */
    private static ArchCondition<JavaClass> liveInAKnownRoom() {
        return new ArchCondition<>("live in a feature or a named machinery") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var parts = type.getPackageName().split("\\.");
                boolean application = parts.length == 3;
                if (!application && !FEATURES.contains(parts[3]) && !MACHINERY.contains(parts[3])) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " lives in an unknown package"));
                }
            }
        };
    }
}
