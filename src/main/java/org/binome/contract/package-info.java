/**
 * Contracts: drawn up from agreed terms, reviewed by hash, signed by both sides and put
 * in force. Revisions, approvals and signatures are only ever added.
 */
package org.binome.contract;
