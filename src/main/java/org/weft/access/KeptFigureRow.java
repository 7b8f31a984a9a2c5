package org.weft.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.base.KeptFigure.Finding;
import org.weft.base.Text;

/**
 * A kind of kept figures, with what the last check said of it.
 *
 * @param name what {@link KeptFigureService#setRight} knows it by
 * @param checkedAt null while nobody has checked
 * @param finding null while nobody has checked
 */
public record KeptFigureRow(
        String name,
        Text title,
        Text explanation,
        @Nullable Instant checkedAt,
        @Nullable Finding finding) {

    public boolean differs() {
        return finding != null && !finding.equal();
    }
}
