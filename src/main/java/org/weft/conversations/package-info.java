/** Conversations, check-ins and the member's own plan. */
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
            "programs :: ui",
            "objectives",
            "objectives :: ui"
        })
package org.weft.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
