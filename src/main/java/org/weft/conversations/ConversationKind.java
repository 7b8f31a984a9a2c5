package org.weft.conversations;

/** What kind of contact a conversation was. Words: {@code conversations.kind.<NAME>}. */
public enum ConversationKind {
    TALK,
    JOB_SHADOWING,
    JOINT_SESSION,
    INTRODUCTION
}
