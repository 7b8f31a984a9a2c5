package org.weft.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The rules that derive a level from a job title. HR sees and edits them, as a whole, because their order decides. People
 * whose level was set by hand are left alone.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class LevelRuleService {

    /** As many rules as anybody can still read. */
    public static final int MOST_RULES = 200;

    private static final String VERSION = "people.level-rules";
    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final DirectoryLock lock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LevelRuleService(
            JdbcClient jdbc,
            JdbcTemplate batch,
            DirectoryLock lock,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
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

    /**
     * Puts these rules in the place of those there are. Nobody's level changes by that alone; see {@link #applyToAll}.
     *
     * @throws StaleEditException if somebody saved the rules since these were read
     * @throws InvalidInputException if a rule has no text, too long a one, or there are too many
     */
    public void save(LevelRules rules) {
        lock.take();
        var before = get();
        if (before.version() != rules.version()) {
            throw new StaleEditException("level rules", 0);
        }
        var checked = rules.rules().stream().map(LevelRuleService::checked).toList();
        if (checked.size() > MOST_RULES) {
            throw new InvalidInputException(Text.of("people.levels.error.tooMany", MOST_RULES));
        }
        if (checked.equals(before.rules())) {
            return;
        }
        jdbc.sql("insert into setting (name, content) values (:name, '') on conflict do nothing")
                .param("name", VERSION)
                .update();
        jdbc.sql("update setting set version = version + 1 where name = :name")
                .param("name", VERSION)
                .update();
        jdbc.sql("delete from level_rule").update();
        var position = new int[1];
        batch.batchUpdate(
                "insert into level_rule (position, matching, pattern, level) values (?, ?, ?, ?)",
                checked,
                MOST_RULES,
                (row, rule) -> {
                    row.setInt(1, ++position[0]);
                    row.setString(2, rule.matching().name());
                    row.setString(3, rule.text());
                    row.setString(4, rule.level().name());
                });
        audit.record(AuditEvent.of("LEVEL_RULES_CHANGED", "level rules", null, null)
                .detail(before.rules().size() + " → " + checked.size()));
    }

    /** The job titles people have, with how many of them at which level. */
    @Transactional(readOnly = true)
    public List<TitleLevels> titles() {
        return TitleLevels.of(jdbc.sql("""
                        select job_title, level, level_fixed, count(*) as people from person
                        group by job_title, level, level_fixed""")
                .query((row, n) -> new TitleLevels.Count(
                        row.getString("job_title"),
                        Level.valueOf(row.getString("level")),
                        row.getBoolean("level_fixed"),
                        row.getInt("people")))
                .list());
    }

    /**
     * Gives everybody the level the saved rules give their job title.
     *
     * @return how many people's level changed
     */
    public int applyToAll() {
        lock.take();
        var rules = get();
        var changed = 0;
        for (var level : Level.values()) {
            var titles = titles().stream()
                    .filter(title -> title.differing(level) > 0 && rules.levelOf(title.jobTitle()) == level)
                    .toList();
            for (var from = 0; from < titles.size(); from += CHUNK) {
                changed += give(level, titles.subList(from, Math.min(from + CHUNK, titles.size())));
            }
        }
        if (changed > 0) {
            events.publishEvent(DirectoryChanged.many());
            audit.record(
                    AuditEvent.of("LEVELS_APPLIED", "level rules", null, null).detail(String.valueOf(changed)));
        }
        return changed;
    }

    private int give(Level level, List<TitleLevels> titles) {
        var names = new ArrayList<String>();
        var untitled = false;
        for (var title : titles) {
            if (title.jobTitle() == null) {
                untitled = true;
            } else {
                names.add(title.jobTitle());
            }
        }
        // A list cannot be empty in SQL; nobody's title is empty either.
        var among = "not level_fixed and level <> :level and (job_title in (:titles)"
                + (untitled ? " or job_title is null)" : ")");
        var titleList = names.isEmpty() ? List.of("") : names;
        var events = jdbc.sql("select id, display_name, level from person where " + among + " order by id")
                .param("level", level.name())
                .param("titles", titleList)
                .query((row, n) -> AuditEvent.of(
                                "PERSON_CHANGED", "person", row.getLong("id"), row.getString("display_name"))
                        .about(row.getLong("id"))
                        .detail(new Changes()
                                .of("level", row.getString("level"), level.name())
                                .toString()))
                .list();
        jdbc.sql("update person set level = :level, updated_at = :now, version = version + 1 where " + among)
                .param("level", level.name())
                .param("titles", titleList)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(events);
        return events.size();
    }

    private static LevelRule checked(LevelRule rule) {
        var text = PersonFields.line("text", rule.text(), LevelRule.TEXT_LENGTH);
        if (text == null) {
            throw new InvalidInputException("text", Text.of("people.levels.error.noText"));
        }
        return new LevelRule(rule.matching(), text, rule.level());
    }
}
