package org.weft.programs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/**
 * Makes changes inside one program follow one another, so that what was checked (no overlap, not in another cohort, still
 * open) is still so when it is written. Each method holds the program until the transaction ends, and refuses with an
 * {@link InvalidInputException} if the program is over.
 */
@Component
class ProgramLock {

    private final JdbcClient jdbc;

    ProgramLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(long programId) {
        hold("program", programId, "select p.id from program p where p.id = ?");
    }

    void openForCycle(long cycleId) {
        hold("cycle", cycleId, "select cy.program_id from cycle cy where cy.id = ?");
    }

    void openForCohort(long cohortId) {
        hold(
                "cohort",
                cohortId,
                "select cy.program_id from cohort c join cycle cy on cy.id = c.cycle_id where c.id = ?");
    }

    private void hold(String thing, long id, String programOf) {
        var status = jdbc.sql("select status from program where id = (" + programOf + ") for update")
                .param(id)
                .query(String.class)
                .optional()
                .map(ProgramStatus::valueOf)
                .orElseThrow(() -> new NotFoundException(thing, id));
        if (!status.open()) {
            throw new InvalidInputException(Text.of("programs.error.programOver", Text.of("status." + status.name())));
        }
    }
}
