package org.weft.objectives;

/**
 * A template with everything.
 *
 * @param version to be given back with an edit
 * @param holders how many assignments were made of it so far, in all cycles
 */
public record TemplateDetails(
        long id, int version, TemplateDraft draft, boolean retired, boolean shipped, int holders) {}
