/**
 * Turns data into documents: FreeMarker to XHTML to PDF, pages as images, the comparison
 * of two texts, and the seal on signed documents. Knows nothing of partnerships.
 */
package org.binome.document;
