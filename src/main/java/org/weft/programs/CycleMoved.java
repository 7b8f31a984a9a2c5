package org.weft.programs;

/** A cycle begins or ends on another day than before. Published in the transaction of the change. */
public record CycleMoved(long cycleId) {}
