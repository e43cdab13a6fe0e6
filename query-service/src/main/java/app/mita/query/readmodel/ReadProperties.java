package app.mita.query.readmodel;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reads are served.
 *
 * @param connections for rows that are read without being kept; documents and lists have their own
 * @param cacheBytes  what this node remembers of its answers may take, roughly
 * @param generations by a model's name the generation that is read in place of the live one
 */
@ConfigurationProperties("mita.reads")
record ReadProperties(
        @DefaultValue("4") int connections,
        @DefaultValue("150000000") long cacheBytes,
        @DefaultValue Map<String, Integer> generations) {}
