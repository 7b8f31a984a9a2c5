/** The spreadsheet kit: tables in and out. The only place that knows POI and the readers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit"})
package org.weft.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
