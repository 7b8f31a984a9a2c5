/** Main layout, navigation, home, error pages and the demonstration organisation. */
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
            "objectives :: ui",
            "conversations",
            "conversations :: ui",
            "progress",
            "progress :: ui",
            "reminders",
            "reports",
            "access :: ui"
        })
package org.weft.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
