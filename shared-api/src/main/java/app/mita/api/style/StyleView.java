package app.mita.api.style;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The app's look as the contract has it (planning.md, small engines). */
public record StyleView(Style style) {

    /**
     * @param theme    light or dark
     * @param palette  a name that the app knows
     * @param fontSize medium or large; in camel case on the wire, as the original has it
     * @param layout   compact or spacious
     */
    public record Style(
            String theme,
            String palette,
            @JsonProperty("fontSize") String fontSize,
            String layout) {}
}
