package org.minqing.reorganisation;

import java.util.List;
import org.minqing.organisation.Locality;

/** What follows the trees of localities: the engine's groups and rights, and the tables by which the database hides. */
public interface InStep {

    /** Names of the posts that a decision needs and nobody, or more than one office, would hold in such a locality. */
    List<String> missing(Locality candidate);

    /** After the trees of this program became others. Does nothing twice. */
    void follow();
}
