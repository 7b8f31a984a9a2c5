/** Persons, teams, levels and the directory import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit", "mail", "workbook", "workbook :: ui", "access"})
package org.weft.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
