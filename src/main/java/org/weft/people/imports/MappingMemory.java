package org.weft.people.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers what columns mean, by the set of their names, in whatever order they come. Of the names themselves only the
 * mapped ones are kept; the whole set is kept as a hash.
 */
@Component
class MappingMemory {

    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MappingMemory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody said about these columns; a mapped name that is not among them is passed over. */
    Optional<ColumnMapping> recall(List<String> header) {
        return jdbc.sql("select mapping from import_mapping where header_key = :key")
                .param("key", key(header))
                .query(String.class)
                .optional()
                .map(text -> {
                    var columns = new EnumMap<ImportField, String>(ImportField.class);
                    text.lines().forEach(line -> {
                        var at = line.indexOf('=');
                        var column = line.substring(at + 1);
                        var field = field(line.substring(0, Math.max(0, at)));
                        if (field.isPresent() && header.contains(column)) {
                            columns.put(field.get(), column);
                        }
                    });
                    return new ColumnMapping(columns, Map.of());
                });
    }

    void remember(List<String> header, ColumnMapping mapping) {
        var text = mapping.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        if (text.length() > LONGEST || text.lines().count() != mapping.columns().size()) {
            return;
        }
        jdbc.sql("delete from import_mapping where header_key = :key")
                .param("key", key(header))
                .update();
        jdbc.sql(
                        "insert into import_mapping (header_key, mapping, used_at) values (:key, :mapping, :now) on conflict do nothing")
                .param("key", key(header))
                .param("mapping", text)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Optional<ImportField> field(String name) {
        return Arrays.stream(ImportField.values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static String key(List<String> header) {
        var names = header.stream().sorted().collect(Collectors.joining("\n"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
