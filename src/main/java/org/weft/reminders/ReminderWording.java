package org.weft.reminders;

/**
 * What a lead says in a reminder. Both texts may hold placeholders such as {@code {first name}}, in the words of any of the
 * product's languages; each recipient reads their own values.
 *
 * @param subject one line
 * @param intro the text above the list of objectives; may be blank
 */
public record ReminderWording(String subject, String intro) {}
