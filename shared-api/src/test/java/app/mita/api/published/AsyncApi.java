package app.mita.api.published;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.Topics;
import app.mita.api.event.UserPartition;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document of the topics: what MITA sends, with the payloads in files of their own. */
final class AsyncApi {

    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";
    private static final String JSON_CONTENT = "application/json";
    private static final String KAFKA_BINDING = "0.5.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Comments comments;
    private final Map<String, JsonNode> schemas;
    private final List<String> events;

    private AsyncApi(Comments comments, Map<String, JsonNode> schemas) {
        this.comments = comments;
        this.schemas = schemas;
        this.events = schemas.keySet().stream()
                .filter(name -> !name.equals(Contract.DAILY_SPENDING))
                .toList();
    }

    static ObjectNode of(Comments comments, Map<String, JsonNode> schemas) {
        return new AsyncApi(comments, schemas).document();
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "MITA events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What happens in MITA, for analytics. README.md beside this file says how to read it.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", JSON_CONTENT);
        servers(document.putObject("servers"));
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        var components = document.putObject("components");
        messages(components.putObject("messages"));
        components.putObject("schemas").set("cloudEvent", headers());
        return document;
    }

    private static void servers(ObjectNode servers) {
        var local = servers.putObject("local")
                .put("host", "127.0.0.1:{port}")
                .put("protocol", "kafka")
                .put("description", "The broker of ./mita up");
        local.putObject("variables")
                .putObject("port")
                .put("description", "Another one at each start; ./mita status says which");
    }

    private void channels(ObjectNode channels) {
        var all = channel(channels, "events", Topics.EVENTS, comments.of(Topics.class, "EVENTS"), "delete");
        all.put("retention.ms", -1).put("retention.bytes", -1);
        var messages = (ObjectNode) channels.path("events").path("messages");
        events.forEach(name -> reference(messages.putObject(name), "#/components/messages/" + name));
        channel(
                        channels,
                        "dailySpending",
                        Topics.DAILY_SPENDING,
                        comments.of(Topics.class, "DAILY_SPENDING"),
                        "compact")
                .put("delete.retention.ms", Topics.TOMBSTONES.toMillis())
                .put("max.compaction.lag.ms", Topics.COMPACTION.toMillis())
                .put("segment.ms", Topics.COMPACTION.toMillis());
        var facts = (ObjectNode) channels.path("dailySpending").path("messages");
        reference(facts.putObject(Contract.DAILY_SPENDING), "#/components/messages/" + Contract.DAILY_SPENDING);
        reference(facts.putObject("tombstone"), "#/components/messages/tombstone");
    }

    /** @return the topic's configuration */
    private static ObjectNode channel(
            ObjectNode channels, String name, String topic, String description, String cleanup) {
        var channel = channels.putObject(name).put("address", topic).put("description", description);
        channel.putObject("messages");
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic).put("partitions", UserPartition.DEFAULT_COUNT);
        var configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(cleanup);
        kafka.put("bindingVersion", KAFKA_BINDING);
        return configuration;
    }

    private static void operations(ObjectNode operations) {
        operation(operations, "publishEvent", "events", "Publishes each event of the log once, in order of each user");
        operation(
                operations,
                "publishDailySpending",
                "dailySpending",
                "Publishes a fact anew whenever an event has changed it");
    }

    private static void operation(ObjectNode operations, String name, String channel, String summary) {
        var operation = operations.putObject(name).put("action", "send").put("summary", summary);
        reference(operation.putObject("channel"), "#/channels/" + channel);
    }

    private void messages(ObjectNode messages) {
        for (var name : events) {
            var message = message(messages, name);
            var headers = message.putObject("headers").putArray("allOf");
            reference(headers.addObject(), "#/components/schemas/cloudEvent");
            headers.addObject()
                    .put("type", "object")
                    .putObject("properties")
                    .putObject(CloudEventHeaders.TYPE)
                    .put("const", "app.mita." + name);
            key(message, "The user's id: one user's events are in one partition, in order")
                    .put("format", "uuid");
        }
        key(message(messages, Contract.DAILY_SPENDING), "user_id/day/category");
        var tombstone = messages.putObject("tombstone")
                .put("title", "Nothing")
                .put("summary", "No value: the fact of this key is no more.");
        tombstone.putObject("payload").put("type", "null");
        key(tombstone, "user_id/day/category");
    }

    private ObjectNode message(ObjectNode messages, String name) {
        var schema = schemas.get(name);
        var message = messages.putObject(name)
                .put("name", name)
                .put("title", name.substring(0, name.indexOf(".v")))
                .put("summary", schema.path("description").asString());
        var payload = message.putObject("payload").put("schemaFormat", SCHEMA_FORMAT);
        reference(payload.putObject("schema"), "./" + Contract.SCHEMAS + "/" + name + ".json");
        return message;
    }

    private static ObjectNode key(ObjectNode message, String description) {
        var kafka = message.putObject("bindings").putObject("kafka");
        var key = kafka.putObject("key").put("type", "string").put("description", description);
        kafka.put("bindingVersion", KAFKA_BINDING);
        return key;
    }

    private ObjectNode headers() {
        var headers =
                JSON.createObjectNode().put("type", "object").put("description", comments.of(CloudEventHeaders.class));
        var properties = headers.putObject("properties");
        var required = JSON.createArrayNode();
        Arrays.stream(CloudEventHeaders.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .forEach(field -> {
                    var name = value(field);
                    properties
                            .putObject(name)
                            .put("type", "string")
                            .put("description", comments.of(CloudEventHeaders.class, field.getName()));
                    if (!name.equals(CloudEventHeaders.TRACEPARENT)) {
                        required.add(name);
                    }
                });
        headers.set("required", required);
        return headers;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static void reference(ObjectNode from, String to) {
        from.put("$ref", to);
    }
}
