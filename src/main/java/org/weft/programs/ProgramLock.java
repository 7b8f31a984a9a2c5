package org.weft.programs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/**
 * Makes changes inside one program follow one another, so that what was checked (no overlap, not in another cohort, still
 * open) is still so when it is written.
 */
@Component
class ProgramLock {

    private final JdbcClient jdbc;

    ProgramLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds the program until the transaction ends.
     *
     * @throws InvalidInputException if the program is over
     */
    void open(long programId) {
        var status = jdbc.sql("select status from program where id = ? for update")
                .param(programId)
                .query(String.class)
                .optional()
                .map(ProgramStatus::valueOf)
                .orElseThrow(() -> new NotFoundException("program", programId));
        if (!status.open()) {
            throw new InvalidInputException(Text.of("programs.error.programOver", Text.of("status." + status.name())));
        }
    }
}
