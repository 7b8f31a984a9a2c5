package org.weft.programs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.base.LikePattern;
import org.weft.people.Level;

/**
 * Whom a cohort is for. All conditions that are given must hold; without any, everybody matches. Only active people
 * join.
 *
 * @param teamId members of this team and of all teams below it
 * @param level people of this level
 * @param jobTitle this job title, in any case; {@code *} stands for any characters
 * @param location this location, in any case; {@code *} stands for any characters
 * @param joinedSince people who joined on or after this day; without a known day of joining nobody matches
 */
public record AudienceRule(
        @Nullable Long teamId,
        @Nullable Level level,
        @Nullable String jobTitle,
        @Nullable String location,
        @Nullable LocalDate joinedSince) {

    public static final int JOB_TITLE_LENGTH = 200;
    public static final int LOCATION_LENGTH = 150;

    /** Everybody. */
    public static final AudienceRule EVERYBODY = new AudienceRule(null, null, null, null, null);

    /** This with its texts put right: trimmed, blank ones left out, none too long. */
    AudienceRule checked() {
        return new AudienceRule(
                teamId,
                level,
                text("ruleJobTitle", jobTitle, JOB_TITLE_LENGTH),
                text("ruleLocation", location, LOCATION_LENGTH),
                joinedSince);
    }

    private static @Nullable String text(String field, @Nullable String text, int length) {
        var line = text == null ? "" : Entered.line(text);
        return line.isEmpty() ? null : Entered.atMost(length, field, line);
    }

    /** As a condition on {@code person p}. */
    Condition condition() {
        List<String> parts = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        if (teamId != null) {
            parts.add("p.team_id in (select tc.team_id from team_closure tc where tc.ancestor_id = :ruleTeam)");
            params.put("ruleTeam", teamId);
        }
        if (level != null) {
            parts.add("p.level = :ruleLevel");
            params.put("ruleLevel", level.name());
        }
        if (jobTitle != null && !jobTitle.isBlank()) {
            parts.add("lower(p.job_title) like :ruleTitle escape '\\'");
            params.put("ruleTitle", LikePattern.whole(jobTitle));
        }
        if (location != null && !location.isBlank()) {
            parts.add("lower(p.location) like :ruleLocation escape '\\'");
            params.put("ruleLocation", LikePattern.whole(location));
        }
        if (joinedSince != null) {
            parts.add("p.joined_on >= :ruleSince");
            params.put("ruleSince", joinedSince);
        }
        return new Condition(parts.isEmpty() ? "1 = 1" : String.join(" and ", parts), params);
    }

    record Condition(String sql, Map<String, Object> params) {}
}
