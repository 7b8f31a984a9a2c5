package org.weft.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;

/** Remembers what the last check of each kind found, as lines of tab-separated values in {@code setting}. */
@Component
class CheckOutcomes {

    private static final String PREFIX = "figures.check.";
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;

    CheckOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Outcome(Instant at, Finding finding) {}

    @Transactional
    public void save(String name, Instant at, Finding finding) {
        jdbc.sql("insert into setting (name, content) values (:name, '') on conflict do nothing")
                .param("name", PREFIX + name)
                .update();
        jdbc.sql("update setting set content = :content, version = version + 1 where name = :name")
                .param("name", PREFIX + name)
                .param("content", write(at, finding))
                .update();
    }

    @Transactional(readOnly = true)
    public Map<String, Outcome> read() {
        var outcomes = new HashMap<String, Outcome>();
        jdbc.sql("select name, content from setting where name like '" + PREFIX + "%' and content <> ''")
                .query(row -> {
                    outcomes.put(row.getString("name").substring(PREFIX.length()), parse(row.getString("content")));
                });
        return outcomes;
    }

    private static String write(Instant at, Finding finding) {
        return Stream.concat(
                        Stream.of(at + "\t" + finding.rows() + "\t" + finding.differing()),
                        finding.examples().stream()
                                .map(one -> field(one.row()) + "\t" + field(one.kept()) + "\t" + field(one.expected())))
                .collect(Collectors.joining("\n"));
    }

    private static String field(String text) {
        var line = text.replaceAll("\\s", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static Outcome parse(String content) {
        var lines = content.lines().map(line -> line.split("\t", -1)).toList();
        var head = lines.getFirst();
        return new Outcome(
                Instant.parse(head[0]),
                new Finding(
                        Long.parseLong(head[1]),
                        Long.parseLong(head[2]),
                        lines.stream()
                                .skip(1)
                                .map(line -> new Example(line[0], line[1], line[2]))
                                .toList()));
    }
}
