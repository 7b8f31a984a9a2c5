package org.weft.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that derive a level from a job title. HR sees and edits them. */
@Service
@PreAuthorize("hasRole('HR')")
public class LevelRuleService {

    private static final String VERSION = "people.level-rules";

    private final JdbcClient jdbc;

    LevelRuleService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules in their order. */
    @Transactional(readOnly = true)
    public LevelRules get() {
        var version = jdbc.sql("select version from setting where name = :name")
                .param("name", VERSION)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new LevelRules(
                version,
                jdbc.sql("select matching, pattern, level from level_rule order by position, id")
                        .query((row, n) -> new LevelRule(
                                Matching.valueOf(row.getString("matching")),
                                row.getString("pattern"),
                                Level.valueOf(row.getString("level"))))
                        .list());
    }
}
