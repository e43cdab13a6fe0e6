package app.mita.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.analytics.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpenderClusterTest {

    private static final Money INCOME = Money.of("1000");

    @Test
    void little_is_unknown() {
        assertThat(cluster(INCOME, Map.of(), 100, 100, 100, 100)).isEqualTo(SpenderCluster.UNKNOWN);
        assertThat(cluster(Money.ZERO, Map.of(), 1, 1, 1, 1, 1)).isEqualTo(SpenderCluster.UNKNOWN);
    }

    @Test
    void who_leaves_half_saves() {
        assertThat(cluster(INCOME, Map.of(), 100, 100, 100, 100, 99)).isEqualTo(SpenderCluster.CONSERVATIVE_SAVER);
    }

    @Test
    void who_spends_nearly_all_in_uneven_amounts_is_impulsive() {
        assertThat(cluster(INCOME, Map.of(), 860, 10, 10, 10, 10)).isEqualTo(SpenderCluster.IMPULSIVE_SPENDER);
        assertThat(cluster(INCOME, Map.of(), 180, 180, 180, 180, 180)).isEqualTo(SpenderCluster.BALANCED_SPENDER);
    }

    @Test
    void pleasant_things_make_a_style() {
        var pleasant = Map.of("dining", Money.of("150"), "travel", Money.of("50"), "rent", Money.of("300"));
        assertThat(cluster(INCOME, pleasant, 100, 100, 100, 100, 100)).isEqualTo(SpenderCluster.LIFESTYLE_SPENDER);
        var sober = Map.of("dining", Money.of("199.99"), "rent", Money.of("300.01"));
        assertThat(cluster(INCOME, sober, 100, 100, 100, 100, 100)).isEqualTo(SpenderCluster.BALANCED_SPENDER);
    }

    private static SpenderCluster cluster(Money income, Map<String, Money> byCategory, int... dollars) {
        List<Money> amounts = Arrays.stream(dollars)
                .mapToObj(amount -> Money.cents(amount * 100L))
                .toList();
        return SpenderCluster.of(Spread.of(amounts), byCategory, income);
    }
}
