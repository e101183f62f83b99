/**
 * Turns data into documents: FreeMarker to XHTML to PDF, pages as images, and the
 * comparison of two texts. Knows nothing of partnerships.
 */
package org.binome.document;
