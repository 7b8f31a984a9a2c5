/** Programs, cycles, cohorts and participants. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit", "mail", "workbook", "access", "people", "people :: ui"})
package org.weft.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
