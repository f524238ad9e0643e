package org.minqing.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the holder of a {@link Post} does with an appeal; it decides what the holder may see and sign. */
public enum Role {
    /** Handles appeals: grid workers, secretaries, volunteers and departments alike. */
    @JsonProperty("handler")
    HANDLER,
    /** Decides who handles what was returned or has to be judged first, S3-12. */
    @JsonProperty("dispatcher")
    DISPATCHER,
    /** Asks the resident afterwards, and has handled nothing of it. */
    @JsonProperty("callBack")
    CALL_BACK,
    /** Follows what is late or was badly rated. */
    @JsonProperty("supervisor")
    SUPERVISOR,
    /** Takes appeals down for others, and cannot close them, S0-27. */
    @JsonProperty("registrar")
    REGISTRAR,
    /** Reads the ledger and changes nothing. */
    @JsonProperty("auditor")
    AUDITOR
}
