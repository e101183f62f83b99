package org.binome.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Puts pages of evidence behind a document without touching one of its bytes: everything
 * is appended, so the first bytes of the result are the document as it was and still have
 * its fingerprint. A named and tagged field is left for the seal, which could not be
 * tagged once the document is signed (PDF/UA-1, 7.18.4).
 */
final class EvidencePages {

	/** The name of the field for the seal. */
	static final String FIELD = "Seal";

	private EvidencePages() {
	}

	/**
	 * Appends.
	 * @param document a tagged PDF
	 * @param pages a tagged PDF with the pages to append
	 * @param label what a screen reader says of the field
	 */
	static byte[] append(byte[] document, byte[] pages, String label) {
		try (PDDocument whole = Loader.loadPDF(document);
				PDDocument evidence = Loader.loadPDF(pages);
				ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + 65_536)) {
			new PDFMergerUtility().appendDocument(whole, evidence);
			tag(whole, field(whole, label), label);
			// merging writes a false one, which some readers take for an error
			whole.getDocumentCatalog().getMarkInfo().getCOSObject().removeItem(COSName.getPDFName("Suspects"));
			whole.saveIncremental(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PDAnnotationWidget field(PDDocument document, String label) throws IOException {
		PDPage last = document.getPage(document.getNumberOfPages() - 1);
		PDAcroForm form = new PDAcroForm(document);
		document.getDocumentCatalog().setAcroForm(form);
		PDSignatureField field = new PDSignatureField(form);
		field.setPartialName(FIELD);
		field.setAlternateFieldName(label);
		PDAnnotationWidget widget = field.getWidgets().getFirst();
		PDAppearanceStream nothing = new PDAppearanceStream(document);
		nothing.setBBox(new PDRectangle());
		nothing.setResources(new PDResources());
		PDAppearanceDictionary appearance = new PDAppearanceDictionary();
		appearance.setNormalAppearance(nothing);
		widget.setAppearance(appearance);
		widget.setRectangle(new PDRectangle());
		widget.setPage(last);
		widget.setPrinted(true);
		last.getAnnotations().add(widget);
		last.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
		form.getFields().add(field);
		return widget;
	}

	private static void tag(PDDocument document, PDAnnotationWidget widget, String label) {
		PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
		if (root == null || !(root.getKids().getFirst() instanceof PDStructureElement body)) {
			throw new DocumentFailure("The document has no structure tree; only tagged documents are sealed.");
		}
		PDStructureElement element = new PDStructureElement("Form", body);
		element.setPage(widget.getPage());
		element.setAlternateDescription(label);
		PDObjectReference reference = new PDObjectReference();
		reference.setReferencedObject(widget);
		element.appendKid(reference);
		body.appendKid(element);
		int key = root.getParentTreeNextKey();
		widget.setStructParent(key);
		root.setParentTreeNextKey(key + 1);
		register(root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE), key, element.getCOSObject());
	}

	private static void register(COSDictionary parentTree, int key, COSBase element) {
		COSArray numbers = parentTree.getCOSArray(COSName.NUMS);
		if (numbers == null) {
			throw new DocumentFailure("The structure tree of the document is split; it can't take a further element.");
		}
		numbers.add(COSInteger.get(key));
		numbers.add(element);
		// only the nodes below a root have limits
		parentTree.removeItem(COSName.LIMITS);
	}

}
