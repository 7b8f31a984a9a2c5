package org.weft.programs;

import java.util.List;

/**
 * People joined a cohort, maybe in the middle of its cycle. Published in the transaction of the change: who keeps
 * figures on participants counts theirs in it.
 *
 * @param participantIds the new ones
 */
public record ParticipantsJoined(List<Long> participantIds) {

    public ParticipantsJoined {
        participantIds = List.copyOf(participantIds);
    }
}
