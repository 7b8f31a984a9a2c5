/** Reminders by mail: who gets one, who does not and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "mail",
            "mail :: ui",
            "mail :: words",
            "workbook",
            "access",
            "people",
            "people :: ui",
            "programs",
            "programs :: ui",
            "objectives",
            "objectives :: ui",
            "conversations",
            "conversations :: ui",
            "progress",
            "progress :: ui"
        })
package org.weft.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
