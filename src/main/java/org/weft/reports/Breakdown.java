package org.weft.reports;

import java.util.List;

/**
 * Figures by group. The groups share nobody, and together they are all participants, unless {@link #hidden}.
 *
 * @param together how many groups stand in the last one together, because a group of few people would be laid open; 0
 *     when each stands for itself
 * @param hidden whether nothing can be shown without laying a group of few people open
 */
public record Breakdown(List<Group> groups, int together, boolean hidden) {

    public Breakdown {
        groups = List.copyOf(groups);
    }
}
