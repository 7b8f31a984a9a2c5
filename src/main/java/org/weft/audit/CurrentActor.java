package org.weft.audit;

/** Says who acts now. Declared here so that the trail needs to know nothing of accounts. */
public interface CurrentActor {

    /** The signed-in account, or {@link Actor#PORTAL} outside a request. */
    Actor get();
}
