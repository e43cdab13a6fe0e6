package app.mita.runtime.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts that app stores want an address for. */
@RestController
final class Pages {

    @GetMapping("/privacy-policy")
    ResponseEntity<Resource> privacyPolicy() {
        return page("privacy-policy.html");
    }

    @GetMapping("/terms-of-service")
    ResponseEntity<Resource> termsOfService() {
        return page("terms-of-service.html");
    }

    private static ResponseEntity<Resource> page(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body(new ClassPathResource("app/mita/runtime/web/" + name));
    }
}
