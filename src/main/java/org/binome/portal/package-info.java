/**
 * The web pages, the partner's signed links and the REST API. Everything here reads and
 * calls the stages; no stage knows of it.
 */
package org.binome.portal;
