package app.mita.projection.console;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages' few files, held in memory: no route but this one knows of them. Public, for the page to sign in. */
@Hidden
@RestController
final class Assets {

    private static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, Asset> assets;
    private final String version;

    Assets() throws IOException {
        var htmx = new PathMatchingResourcePatternResolver().getResources(HTMX);
        this.assets = Map.of(
                "console.css", new Asset("text/css;charset=UTF-8", new ClassPathResource("static/ops/console.css")),
                "icon.svg", new Asset("image/svg+xml", new ClassPathResource("static/ops/icon.svg")),
                "console.js",
                        new Asset("text/javascript;charset=UTF-8", new ClassPathResource("static/ops/console.js")),
                "htmx.js", new Asset("text/javascript;charset=UTF-8", htmx[0]));
        this.version = HexFormat.of()
                .toHexDigits(assets.values().stream()
                        .mapToInt(asset -> Arrays.hashCode(asset.bytes))
                        .sum());
    }

    private static final class Asset {

        private final MediaType type;
        private final byte[] bytes;

        Asset(String type, Resource resource) throws IOException {
            this.type = MediaType.parseMediaType(type);
            this.bytes = resource.getContentAsByteArray();
        }
    }

    /** Part of the files' addresses, so that browsers may keep them. */
    String version() {
        return version;
    }

    @GetMapping("/ops/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable("version") String asked, @PathVariable String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is no such file.");
        }
        return ResponseEntity.ok()
                .contentType(Objects.requireNonNull(asset.type))
                .cacheControl(asked.equals(version) ? FOR_EVER : CacheControl.noCache())
                .body(asset.bytes);
    }
}
