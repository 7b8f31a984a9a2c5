/** The team progress grid, the person page and their read model. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "mail",
            "mail :: ui",
            "workbook",
            "workbook :: ui",
            "access",
            "people",
            "people :: ui",
            "programs",
            "programs :: ui",
            "objectives",
            "objectives :: ui",
            "conversations",
            "conversations :: ui"
        })
package org.weft.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
