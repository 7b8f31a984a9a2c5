/** Dashboards for executives, and the workbooks they keep or subscribe to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "mail",
            "mail :: ui",
            "mail :: words",
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
            "conversations :: ui",
            "progress",
            "progress :: ui"
        })
package org.weft.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
