/** The library, assignments, bulk assignment and review. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "mail",
            "workbook",
            "access",
            "people",
            "people :: ui",
            "programs",
            "programs :: ui"
        })
package org.weft.objectives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
