package org.weft.progress;

import java.util.Map;
import java.util.Optional;

/** A participant with the assignments held, by template id. */
public record MatrixRow(ProgressRow participant, Map<Long, MatrixCell> cells) {

    public Optional<MatrixCell> cell(long templateId) {
        return Optional.ofNullable(cells.get(templateId));
    }
}
