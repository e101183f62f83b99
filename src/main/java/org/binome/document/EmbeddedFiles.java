package org.binome.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Puts attachments into a PDF the way PDF/A-3 wants them: listed by name, associated with
 * the document, each with its relationship.
 */
final class EmbeddedFiles {

	private EmbeddedFiles() {
	}

	static void add(PDDocument pdf, List<Attachment> attachments, Calendar date) throws IOException {
		if (attachments.isEmpty()) {
			return;
		}
		Map<String, PDComplexFileSpecification> named = new TreeMap<>();
		COSArray associated = new COSArray();
		for (Attachment attachment : attachments) {
			PDComplexFileSpecification file = specification(pdf, attachment, date);
			if (named.put(attachment.name(), file) != null) {
				throw new IllegalArgumentException("Two attachments are named " + attachment.name());
			}
			associated.add(file.getCOSObject());
		}
		PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
		tree.setNames(named);
		PDDocumentCatalog catalog = pdf.getDocumentCatalog();
		PDDocumentNameDictionary names = (catalog.getNames() != null) ? catalog.getNames()
				: new PDDocumentNameDictionary(catalog);
		names.setEmbeddedFiles(tree);
		catalog.setNames(names);
		catalog.getCOSObject().setItem(COSName.AF, associated);
	}

	private static PDComplexFileSpecification specification(PDDocument pdf, Attachment attachment, Calendar date)
			throws IOException {
		PDEmbeddedFile content = new PDEmbeddedFile(pdf, new ByteArrayInputStream(attachment.content()),
				COSName.FLATE_DECODE);
		content.setSubtype(attachment.mediaType());
		content.setSize(attachment.content().length);
		content.setCreationDate(date);
		content.setModDate(date);
		PDComplexFileSpecification file = new PDComplexFileSpecification();
		file.setFile(attachment.name());
		file.setFileUnicode(attachment.name());
		file.setFileDescription(attachment.description());
		file.setEmbeddedFile(content);
		file.setEmbeddedFileUnicode(content);
		file.getCOSObject().setName("AFRelationship", attachment.relationship().key());
		return file;
	}

}
