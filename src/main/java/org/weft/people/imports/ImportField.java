package org.weft.people.imports;

import java.util.EnumSet;
import java.util.Set;

/** What a column of a file can mean. The order is the one fields are shown in. */
public enum ImportField {
    EMPLOYEE_NUMBER,
    /** "Last, First" or "First Last". */
    FULL_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    JOB_TITLE,
    /** A level by its name. Without one it is derived from the job title. */
    LEVEL,
    DEPARTMENT,
    /** A team below the department, if there is one. */
    TEAM,
    /** The manager's name, employee number or e-mail. */
    MANAGER,
    LOCATION,
    TIME_ZONE,
    LANGUAGE,
    /** Whether the person is active or has left. */
    STATUS,
    JOINED_ON,
    LEFT_ON;

    private static final Set<ImportField> DATES = EnumSet.of(JOINED_ON, LEFT_ON);

    public boolean isDate() {
        return DATES.contains(this);
    }
}
