package org.weft.conversations;

/** What kind of contact a conversation was. Words: {@code conversationkind.<NAME>}. */
public enum ConversationKind {
    TALK,
    JOB_SHADOWING,
    JOINT_SESSION,
    INTRODUCTION
}
