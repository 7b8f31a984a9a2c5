package org.weft.reports;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;

/**
 * The figures of a group of participants, as the product defines them once for all reports.
 *
 * @param participants people in the cycle
 * @param talking those of them with at least one conversation in the cycle
 * @param talks their conversations, added up: one between two of them counts for both
 * @param talksAcross those of the talks that joined people of two departments or more
 * @param atRisk people whose worst reported health among the open assignments is at risk or off track
 * @param progress the progress of each of them (0 to 1), added up
 * @param objectives their assignments by status
 * @param overdue open assignments whose due date has passed in the holder's time zone
 */
public record Figures(
        int participants,
        int talking,
        long talks,
        long talksAcross,
        int atRisk,
        double progress,
        Map<AssignmentStatus, Long> objectives,
        long overdue) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, Map.of(), 0);

    public Figures {
        objectives = Map.copyOf(objectives);
    }

    /** Live assignments: all but waived and cancelled ones. */
    public long live() {
        return objectives.entrySet().stream()
                .filter(entry -> entry.getKey().isLive())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long completed() {
        return count(AssignmentStatus.COMPLETED);
    }

    public long count(AssignmentStatus status) {
        return objectives.getOrDefault(status, 0L);
    }

    /** Completed ÷ live assignments, 0 to 1; null without any. */
    public @Nullable Double completionRate() {
        return live() == 0 ? null : (double) completed() / live();
    }

    /** The share of the participants with at least one conversation, 0 to 1; null without participants. */
    public @Nullable Double participation() {
        return participants == 0 ? null : (double) talking / participants;
    }

    /** Conversations a participant had on average; null without participants. */
    public @Nullable Double talksPerParticipant() {
        return participants == 0 ? null : (double) talks / participants;
    }

    /** The share of the talks that crossed departments, 0 to 1; null without talks. */
    public @Nullable Double acrossShare() {
        return talks == 0 ? null : (double) talksAcross / talks;
    }

    Figures across(long count) {
        return new Figures(participants, talking, talks, count, atRisk, progress, objectives, overdue);
    }

    /** Both groups together. They share nobody. */
    public Figures plus(Figures other) {
        var sum = new EnumMap<AssignmentStatus, Long>(AssignmentStatus.class);
        sum.putAll(objectives);
        other.objectives.forEach((status, count) -> sum.merge(status, count, Long::sum));
        return new Figures(
                participants + other.participants,
                talking + other.talking,
                talks + other.talks,
                talksAcross + other.talksAcross,
                atRisk + other.atRisk,
                progress + other.progress,
                sum,
                overdue + other.overdue);
    }
}
