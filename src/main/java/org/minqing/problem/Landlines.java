package org.minqing.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Knows whom a resident can call when the system cannot help. */
public interface Landlines {

    /** Name of the request attribute that tells the locality a request was about. */
    String LOCALITY = "minqing.locality";

    /** Landlines: the one of the locality the request was about, else all of them. Needs no database. */
    String phones(HttpServletRequest request);
}
