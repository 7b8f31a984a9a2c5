package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.weft.access.Scope;
import org.weft.conversations.ConversationKind;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.people.Level;
import org.weft.testing.Fixture;
import org.weft.testing.WeftTest;

/** The description of what programs read, held against what is there. */
@WeftTest
class OpenApiTest {

    private static final String TABLES = "{table:people|objectives|conversations}";
    private static final Map<String, String> SCHEMAS =
            Map.of("people", "Person", "objectives", "Objective", "conversations", "Conversation");
    private static final Map<String, Enum<?>[]> CODES = Map.of(
            "level", Level.values(),
            "health", Health.values(),
            "status", AssignmentStatus.values(),
            "type", ObjectiveType.values(),
            "planKind", PlanKind.values(),
            "kind", ConversationKind.values());

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    FactTables tables;

    @Autowired
    Fixture fixture;

    private Object description;

    @BeforeEach
    void read() throws IOException {
        description = JsonPath.read(
                new ClassPathResource("api/openapi.json").getContentAsString(StandardCharsets.UTF_8), "$");
    }

    private <T> T at(String path) {
        return JsonPath.read(description, path);
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().equals(FactsEndpoint.class));
    }

    private static Stream<String> paths(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(path -> !path.endsWith("/**"))
                .flatMap(path -> path.contains(TABLES)
                        ? SCHEMAS.keySet().stream().map(table -> path.replace(TABLES, table))
                        : Stream.of(path));
    }

    @Test
    void everyPathIsDescribedAndNoOther() {
        var there = endpoints().flatMap(one -> paths(one.getKey())).toList();
        assertThat(this.<Map<String, ?>>at("$.paths").keySet()).containsExactlyInAnyOrderElementsOf(there);
        assertThat(endpoints().flatMap(one -> one.getKey().getMethodsCondition().getMethods().stream()))
                .allMatch(method -> method.name().equals("GET"));
        assertThat(this.<Map<String, Map<String, ?>>>at("$.paths").values())
                .allSatisfy(path -> assertThat(path).containsOnlyKeys("get"));
    }

    @Test
    void everyParameterIsDescribedAndNoOther() {
        endpoints()
                .forEach(one -> paths(one.getKey()).forEach(path -> {
                    var asked = Arrays.stream(one.getValue().getMethodParameters())
                            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                            .map(parameter -> parameter.getParameter().getName());
                    var inPath = path.contains("{cycle}") ? Stream.of("cycle") : Stream.<String>of();
                    List<Map<String, String>> described =
                            JsonPath.read(description, "$.paths['" + path + "'].get[?(@.parameters)].parameters[*]");
                    assertThat(described.stream()
                                    .map(parameter -> String.valueOf(parameter.get("$ref")))
                                    .map(reference -> this.<String>at("$.components.parameters."
                                            + reference.substring(reference.lastIndexOf('/') + 1) + ".name")))
                            .as(path)
                            .containsExactlyInAnyOrderElementsOf(
                                    Stream.concat(asked, inPath).toList());
                }));
    }

    private Map<String, Map<String, Object>> fields(String schema) {
        Map<String, Map<String, Object>> fields = at("$.components.schemas." + schema + ".properties");
        assertThat(this.<List<String>>at("$.components.schemas." + schema + ".required"))
                .isEqualTo(List.copyOf(fields.keySet()));
        return fields;
    }

    @Test
    void everyFieldIsDescribedInItsOrder() {
        SCHEMAS.forEach((table, schema) -> assertThat(
                        tables.find(table).orElseThrow().columns().stream().map(FactColumn::name))
                .containsExactlyElementsOf(fields(schema).keySet()));
        assertThat(Arrays.stream(FactFeed.Cycle.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyElementsOf(fields("Cycle").keySet());
        assertThat(Arrays.stream(FactsEndpoint.Page.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyElementsOf(fields("PersonPage").keySet());
    }

    @Test
    void everyCodeIsDescribed() {
        for (var schema : SCHEMAS.values()) {
            fields(schema).forEach((name, field) -> {
                if (CODES.containsKey(name)) {
                    assertThat(field.get("enum"))
                            .as(schema + "." + name)
                            .isEqualTo(Arrays.stream(CODES.get(name))
                                    .map(Enum::name)
                                    .toList());
                } else {
                    assertThat(field).doesNotContainKey("enum");
                }
            });
        }
    }

    @Test
    void whatIsAnsweredIsAsDescribed() {
        var quarter = new Quarter(fixture).withSmallGroups();
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.AHEAD);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        SCHEMAS.forEach((table, schema) -> {
            var fields = fields(schema);
            var rows = tables.find(table)
                    .orElseThrow()
                    .page(new Scope.Everybody(), quarter.cycle, 0, 1000)
                    .rows();
            assertThat(rows).isNotEmpty();
            for (var row : rows) {
                row.forEach((name, value) -> assertThat(fits(value, fields.get(name)))
                        .as("%s.%s: %s", schema, name, value)
                        .isTrue());
            }
        });
    }

    private static boolean fits(@Nullable Object value, Map<String, Object> field) {
        var type = field.get("type");
        var types = type instanceof List<?> several ? several : List.of(type);
        var fits = switch (value) {
            case null -> types.contains("null");
            case Boolean ignored -> types.contains("boolean");
            case Long ignored -> types.contains("integer");
            case Double number -> types.contains("number") && number >= 0 && number <= 1;
            case List<?> ignored -> types.contains("array");
            case String text -> types.contains("string") && isFormatted(text, field.get("format"));
            default -> false;
        };
        return fits && (!(field.get("enum") instanceof List<?> codes) || codes.contains(value));
    }

    private static boolean isFormatted(String text, @Nullable Object format) {
        if (format == null) {
            return true;
        }
        return switch (format.toString()) {
            case "date" -> LocalDate.parse(text).toString().equals(text);
            case "date-time" ->
                text.endsWith("Z") && Instant.parse(text).toString().equals(text);
            default -> false;
        };
    }
}
