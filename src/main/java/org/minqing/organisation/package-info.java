/** Organisation (组织): the localities, their trees of units of any depth, the posts that units hold and the people in them. */
package org.minqing.organisation;
