package org.weft.programs;

import org.weft.access.Scope;

/**
 * What a scope lets through of programs: what holds people one may see, and the cohorts one leads. HR sees all; nobody
 * else sees a draft. The conditions use the scope's own parameters.
 */
final class Sight {

    private Sight() {}

    /** A condition on {@code program p}. */
    static String ofProgram(Scope scope) {
        return scope instanceof Scope.Everybody
                ? "1 = 1"
                : "p.status <> 'DRAFT' and p.id in (select vy.program_id from cycle vy where "
                        + of(scope, "vy.id", "cycle_id", "cycle_id") + ")";
    }

    /** A condition on {@code cycle cy} beside {@code program p}. */
    static String ofCycle(Scope scope) {
        return scope instanceof Scope.Everybody
                ? "1 = 1"
                : "p.status <> 'DRAFT' and " + of(scope, "cy.id", "cycle_id", "cycle_id");
    }

    /** A condition on {@code cohort c}; whoever asks joins the program and asks {@link #ofCycle} too, or has done so. */
    static String ofCohort(Scope scope) {
        return scope instanceof Scope.Everybody ? "1 = 1" : of(scope, "c.id", "cohort_id", "id");
    }

    private static String of(Scope scope, String column, String ofParticipant, String ofCohort) {
        var held = "select vp." + ofParticipant + " from participant vp where " + scope.condition("vp.person_id");
        var led = " union all select vc." + ofCohort + " from cohort vc where vc.lead_id = :scopeLead";
        return column + " in (" + held + (scope instanceof Scope.Led ? led : "") + ")";
    }
}
