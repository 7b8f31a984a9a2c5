package org.weft.programs;

import org.weft.access.Scope;
import org.weft.base.DatabaseDialect;

/** Whom of a cycle a scope lets through, for statements that go from there to what these people have. */
public final class CycleScope {

    private CycleScope() {}

    /**
     * A condition on {@code participant pt}, with the parameters of the scope. Put so that the few are found by who they are:
     * H2 would go through the cycle, whose number it may look up too, and ask of each whether it is one of them.
     *
     * @param cycle the number of a cycle, or a parameter that holds it
     */
    public static String condition(Scope scope, String cycle, DatabaseDialect dialect) {
        var column = dialect.postgres() || scope instanceof Scope.Everybody ? "pt.cycle_id" : "pt.cycle_id + 0";
        return scope.gathered("pt.person_id", dialect) + " and " + column + " = " + cycle;
    }
}
