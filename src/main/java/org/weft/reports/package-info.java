/** Dashboards for executives and the workbooks they keep. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "mail",
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
